#include "cli/command.h"
#include "cli/command_alias.h"
#include "cli/command_backup.h"
#include "cli/command_between.h"
#include "cli/command_build.h"
#include "cli/command_common.h"
#include "cli/command_communities.h"
#include "cli/command_compact.h"
#include "cli/command_completion.h"
#include "cli/command_delete.h"
#include "cli/command_diff.h"
#include "cli/command_disputes.h"
#include "cli/command_evaluate.h"
#include "cli/command_explain.h"
#include "cli/command_export.h"
#include "cli/command_extract.h"
#include "cli/command_holders.h"
#include "cli/command_lexicon.h"
#include "cli/command_merge.h"
#include "cli/command_migrate.h"
#include "cli/command_parse.h"
#include "cli/command_path.h"
#include "cli/command_query.h"
#include "cli/command_rank.h"
#include "cli/command_render.h"
#include "cli/command_report.h"
#include "cli/command_restore.h"
#include "cli/command_shell.h"
#include "cli/command_show.h"
#include "cli/command_split.h"
#include "cli/command_stats.h"
#include "cli/command_timeline.h"
#include "cli/command_verify.h"

namespace isnad::cli {

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> out;
  out.push_back(std::make_unique<CommandBuild>());
  out.push_back(std::make_unique<CommandQuery>());
  out.push_back(std::make_unique<CommandShow>());
  out.push_back(std::make_unique<CommandExplain>());
  out.push_back(std::make_unique<CommandPath>());
  out.push_back(std::make_unique<CommandHolders>());
  out.push_back(std::make_unique<CommandRank>());
  out.push_back(std::make_unique<CommandCommunities>());
  out.push_back(std::make_unique<CommandTimeline>());
  out.push_back(std::make_unique<CommandDiff>());
  out.push_back(std::make_unique<CommandDisputes>());
  out.push_back(std::make_unique<CommandCommon>());
  out.push_back(std::make_unique<CommandBetween>());
  out.push_back(std::make_unique<CommandShell>());
  out.push_back(std::make_unique<CommandCompletion>());
  out.push_back(std::make_unique<CommandRender>());
  out.push_back(std::make_unique<CommandReport>());
  out.push_back(std::make_unique<CommandExport>());
  out.push_back(std::make_unique<CommandMerge>());
  out.push_back(std::make_unique<CommandSplit>());
  out.push_back(std::make_unique<CommandAlias>());
  out.push_back(std::make_unique<CommandLexicon>());
  out.push_back(std::make_unique<CommandStats>());
  out.push_back(std::make_unique<CommandDelete>());
  out.push_back(std::make_unique<CommandVerify>());
  out.push_back(std::make_unique<CommandBackup>());
  out.push_back(std::make_unique<CommandRestore>());
  out.push_back(std::make_unique<CommandCompact>());
  out.push_back(std::make_unique<CommandMigrate>());
  out.push_back(std::make_unique<CommandExtract>());
  out.push_back(std::make_unique<CommandParse>());
  out.push_back(std::make_unique<CommandEvaluate>());
  return out;
}

}  // namespace isnad::cli
