#include "tests/graph/support/idlib_graph.h"

#include "tests/graph/support/graph_builder.h"

namespace isnad::testing {

namespace {

void add_entities(GraphBuilder& graph) {
  graph.entity("gpe:turkey", EntityType::kGpe, "تركيا", "Turkey", {"أنقرة", "Ankara"})
      .entity("gpe:russia", EntityType::kGpe, "روسيا", "Russia", {"موسكو", "Moscow"})
      .entity("org:kremlin", EntityType::kOrganisation, "الكرملين", "Kremlin")
      .entity("org:syrian-regime", EntityType::kOrganisation, "النظام السوري", "Syrian regime", {"قوات النظام"})
      .entity("org:hts", EntityType::kOrganisation, "هيئة تحرير الشام", "Hayat Tahrir al-Sham", {"HTS", "النصرة"})
      .entity("fac:m5", EntityType::kFacility, "طريق M5", "M5 highway", {"M5"})
      .entity("gpe:idlib", EntityType::kGpe, "إدلب", "Idlib")
      .entity("gpe:saraqib", EntityType::kGpe, "سراقب", "Saraqib")
      .entity("per:peskov", EntityType::kPerson, "ديمتري بيسكوف", "Dmitry Peskov", {"بيسكوف", "Peskov"})
      .entity("per:erdogan", EntityType::kPerson, "رجب طيب أردوغان", "Recep Tayyip Erdogan", {"أردوغان", "Erdogan"})
      .entity("per:borenkov", EntityType::kPerson, "يوري بورينكوف", "Yuri Borenkov", {"بورينكوف"})
      .entity("org:un", EntityType::kOrganisation, "الأمم المتحدة", "United Nations", {"UN"});
}

void add_arabic(GraphBuilder& graph) {
  graph.document("ar1", "صحيفة الفجر", "2020-02-13", "ar")
      .sentence("اتهم الكرملين تركيا بأنها لم تفِ بما تعهدت به في محافظة إدلب.",
                {{"الكرملين", "org:kremlin", RelationType::kAccuse, "اتهم", "تركيا", "gpe:turkey", "يتهم", "accuses"}})
      .sentence("وقال ديمتري بيسكوف، المتحدث باسم الكرملين، إن تركيا لا تلتزم بما اتفقت عليه مع روسيا.",
                {{"ديمتري بيسكوف", "per:peskov", RelationType::kRole, "المتحدث باسم", "الكرملين", "org:kremlin", "المتحدث باسم",
                  "is spokesman of"},
                 {"تركيا", "gpe:turkey", RelationType::kAgree, "تلتزم", "روسيا", "gpe:russia", "يلتزم بما اتفق عليه مع",
                  "keeps its agreements with", Polarity::kDenied, Modality::kFact, "ديمتري بيسكوف", "per:peskov"}})
      .sentence("وبسط النظام السوري سيطرته على طريق M5 الدولي وعلى سراقب، بحسب اللواء يوري بورينكوف.",
                {{"النظام السوري", "org:syrian-regime", RelationType::kControl, "بسط", "طريق M5", "fac:m5", "يسيطر على",
                  "controls", Polarity::kAffirmed, Modality::kFact, "يوري بورينكوف", "per:borenkov"},
                 {"النظام السوري", "org:syrian-regime", RelationType::kControl, "بسط", "سراقب", "gpe:saraqib", "يسيطر على",
                  "controls", Polarity::kAffirmed, Modality::kFact, "يوري بورينكوف", "per:borenkov"}})
      .sentence("واتهمت روسيا تركيا مساء الأربعاء بمفاقمة الوضع في إدلب.",
                {{"روسيا", "gpe:russia", RelationType::kAccuse, "اتهمت", "تركيا", "gpe:turkey", "يتهم", "accuses"}})
      .document("ar2", "وكالة المشرق", "2020-02-12", "ar")
      .sentence("وهدد رجب طيب أردوغان بضرب النظام السوري في كل مكان إذا أصيب جندي واحد من جنوده.",
                {{"رجب طيب أردوغان", "per:erdogan", RelationType::kThreaten, "هدد", "النظام السوري", "org:syrian-regime", "يهدد",
                  "threatens"},
                 {"رجب طيب أردوغان", "per:erdogan", RelationType::kAssault, "بضرب", "النظام السوري", "org:syrian-regime", "يضرب",
                  "strikes", Polarity::kAffirmed, Modality::kPossible}})
      .sentence("واتهم رجب طيب أردوغان روسيا بالمشاركة في ما سماه مجازر ترتكب بحق المدنيين في إدلب.",
                {{"رجب طيب أردوغان", "per:erdogan", RelationType::kAccuse, "اتهم", "روسيا", "gpe:russia", "يتهم", "accuses"}})
      .sentence(
          "وتدعم روسيا النظام السوري بغارات جوية منذ بداية الحملة.",
          {{"روسيا", "gpe:russia", RelationType::kSupport, "تدعم", "النظام السوري", "org:syrian-regime", "يدعم", "supports"}})
      .sentence(
          "ويقاتل النظام السوري هيئة تحرير الشام التي تسيطر على معظم إدلب.",
          {{"النظام السوري", "org:syrian-regime", RelationType::kAssault, "يقاتل", "هيئة تحرير الشام", "org:hts", "يقاتل",
            "fights"},
           {"هيئة تحرير الشام", "org:hts", RelationType::kControl, "تسيطر على", "إدلب", "gpe:idlib", "يسيطر على", "controls"}});
}

void add_english(GraphBuilder& graph) {
  graph.document("en1", "Levant Wire", "2020-02-13", "en")
      .sentence("The Kremlin accused Turkey on Thursday of bad faith over the deal that both had signed in Sochi.",
                {{"The Kremlin", "org:kremlin", RelationType::kAccuse, "accused", "Turkey", "gpe:turkey", "يتهم", "accuses"}})
      .sentence(
          "Russia backs the Syrian regime with air strikes & advisers, while Turkey sends reinforcements to Idlib.",
          {{"Russia", "gpe:russia", RelationType::kSupport, "backs", "the Syrian regime", "org:syrian-regime", "يدعم", "backs"},
           {"Turkey", "gpe:turkey", RelationType::kMobilize, "sends", "Idlib", "gpe:idlib", "يرسل تعزيزات إلى",
            "sends reinforcements to"}})
      .sentence("Saraqib lies in the province of Idlib, where the M5 highway passes.",
                {{"Saraqib", "gpe:saraqib", RelationType::kLocated, "lies in", "Idlib", "gpe:idlib", "تقع في", "lies in"}})
      .sentence("The United Nations urged Turkey and Russia to agree on a ceasefire.",
                {{"The United Nations", "org:un", RelationType::kRequest, "urged", "Turkey", "gpe:turkey", "يدعو", "urges"},
                 {"The United Nations", "org:un", RelationType::kRequest, "urged", "Russia", "gpe:russia", "يدعو", "urges"},
                 {"Turkey", "gpe:turkey", RelationType::kAgree, "agree", "Russia", "gpe:russia", "يتفق مع", "agrees with",
                  Polarity::kAffirmed, Modality::kNecessary, "The United Nations", "org:un"}})
      .document("en2", "Daily Courier", "2020-02-14", "en")
      .sentence("President Erdogan leads Turkey into its most dangerous week since the offensive began.",
                {{"Erdogan", "per:erdogan", RelationType::kRole, "leads", "Turkey", "gpe:turkey", "رئيس", "is president of"}})
      .sentence("Russia supports the Syrian regime and shares its view of the M5 highway.",
                {{"Russia", "gpe:russia", RelationType::kSupport, "supports", "the Syrian regime", "org:syrian-regime", "يدعم",
                  "supports"}});
}

}  // namespace

MemoryClaimSource idlib_graph() {
  GraphBuilder graph;
  add_entities(graph);
  add_arabic(graph);
  add_english(graph);
  return graph.build();
}

}  // namespace isnad::testing
