#!/usr/bin/env bash
# Runs the fuzzer that `make fuzz` has built over every parser of strangers' bytes: RUNS executions each, starting from
# the corpora that are kept here. What breaks a parser is left in Fuzz/Findings, and the exit code is 1.
#   Fuzz/run.sh RUNS [TARGET...]      fuzz
#   FUZZ_SEED=N Fuzz/run.sh RUNS   the same inputs each time; without it they are others, and the logs name the seed
#   Fuzz/run.sh merge DIR [TARGET...] take what adds coverage from DIR/TARGET into the kept corpora
set -uo pipefail
cd "$(dirname "$0")/.."
program=.build-fuzz/release/Fuzz
what=$1; shift
[ "$what" = merge ] && { from=$1; shift; }
targets=("$@"); [ ${#targets[@]} -eq 0 ] && targets=(pdf cms zip json manifest slip csv oblivious board relay)
declare -A longest=([pdf]=32768 [cms]=4096 [zip]=8192 [json]=8192 [manifest]=16384 [slip]=1024 [csv]=512 [oblivious]=1024 [board]=4096 [relay]=2048)
# With Swift's backtraces on, no input that crashes is written.
export SWIFT_BACKTRACE=enable=no
work=${FUZZ_WORK:-$(mktemp -d)}
mkdir -p Fuzz/Findings
fault=0
for target in "${targets[@]}"; do
    export PHIEUKIN_FUZZ_TARGET=$target
    mkdir -p "$work/$target"
    if [ "$what" = merge ]; then
        "$program" -set_cover_merge=1 -max_len="${longest[$target]}" "Fuzz/Corpora/$target" "$from/$target" 2>&1 | tail -n 2
        continue
    fi
    echo "fuzz: $target, $what runs"
    "$program" -runs="$what" -seed="${FUZZ_SEED:-0}" -max_len="${longest[$target]}" -timeout=20 -rss_limit_mb=3000 -print_final_stats=1 \
        -artifact_prefix="Fuzz/Findings/$target-" "$work/$target" "Fuzz/Corpora/$target" >"$work/$target.log" 2>&1 || {
        echo "fuzz: $target: see Fuzz/Findings and $work/$target.log"
        fault=1
    }
    tail -n 400 "$work/$target.log" | grep -E "^stat::(number_of_executed_units|new_units_added|peak_rss_mb)|ERROR|SUMMARY"
done
rm -f /dev/shm/phieukin-fuzz-*.zip
exit $fault
