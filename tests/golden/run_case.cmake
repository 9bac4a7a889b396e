# Runs one whole-program case and compares what it prints.
#   cmake -DISNAD=<program> -DCASE=<folder> -DSAMPLES=<samples/news> -DWORK=<scratch folder> [-DAPPROVE=ON] -P run_case.cmake
#
# CASE holds `cmd` (a bash script; $ISNAD, $SAMPLES and $CASE are set, the working folder is empty and its own) and `expected`
# (stdout, stderr and the exit status, as one text). With APPROVE=ON `expected` is written anew.
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}")
set(ENV{ISNAD} "${ISNAD}")
set(ENV{SAMPLES} "${SAMPLES}")
set(ENV{CASE} "${CASE}")
set(ENV{LC_ALL} "C.UTF-8")
execute_process(COMMAND bash "${CASE}/cmd" WORKING_DIRECTORY "${WORK}" OUTPUT_VARIABLE out ERROR_VARIABLE err RESULT_VARIABLE status)
set(actual "${out}")
if(NOT err STREQUAL "")
  string(APPEND actual "--- stderr\n${err}")
endif()
string(APPEND actual "--- exit status ${status}\n")
# Where the tree lies and how long things took differ from machine to machine.
string(REPLACE "${SAMPLES}" "$SAMPLES" actual "${actual}")
string(REPLACE "${WORK}" "$WORK" actual "${actual}")
string(REGEX REPLACE "[0-9.]+ s, [0-9]+ words/s" "T s, N words/s" actual "${actual}")
if(APPROVE)
  file(WRITE "${CASE}/expected" "${actual}")
  return()
endif()
file(READ "${CASE}/expected" expected)
if(NOT actual STREQUAL expected)
  file(WRITE "${WORK}.actual" "${actual}")
  execute_process(COMMAND diff -u "${CASE}/expected" "${WORK}.actual" OUTPUT_VARIABLE difference)
  message(FATAL_ERROR "${CASE}: not as expected (cmake --build ... --target approve_golden accepts it)\n${difference}")
endif()
