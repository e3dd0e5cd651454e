#!/usr/bin/env bash
# Feeds every reader what AFL++ makes of the seeds, guided by the branches it reaches. Needs afl-fuzz.
# Usage: eng/fuzz.sh [seconds for each target] [target...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
command -v afl-fuzz >/dev/null || { echo 'needs afl-fuzz, from the package afl++' >&2; exit 2; }

seconds=${1:-180}
targets=("${@:2}")
program=$PWD/artifacts/fuzz/program
seeds=$PWD/artifacts/fuzz/seeds
found=$PWD/artifacts/fuzz/found
rm -rf artifacts/fuzz
dotnet tool restore
dotnet publish tests/AmlSecurity.Fuzz -c Release -o "$program"
dotnet "$program/AmlSecurity.Fuzz.dll" seeds "$seeds" samples/AmlSecurity.Tour/inputs
dotnet sharpfuzz "$program/AmlSecurity.Domain.dll"
if ((${#targets[@]} == 0)); then
    mapfile -t targets < <(dotnet "$program/AmlSecurity.Fuzz.dll" list)
fi

export AFL_SKIP_BIN_CHECK=1 AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1
crashes=0
printf '%-16s %12s %8s %8s %8s\n' target executions inputs crashes hangs
for target in "${targets[@]}"; do
    log=$found/$target.log
    mkdir -p "$found"
    timeout --preserve-status -s INT $((seconds + 60)) \
        afl-fuzz -i "$seeds/$target" -o "$found/$target" -V "$seconds" -t 5000 -m none -- \
        dotnet "$program/AmlSecurity.Fuzz.dll" run "$target" >"$log" 2>&1 || { tail -n 20 "$log" >&2; exit 1; }
    stats=$found/$target/default/fuzzer_stats
    figure() { awk -v name="$1" '$1 == name { print $3 }' "$stats"; }
    printf '%-16s %12s %8s %8s %8s\n' "$target" "$(figure execs_done)" "$(figure corpus_count)" \
        "$(figure saved_crashes)" "$(figure saved_hangs)"
    crashes=$((crashes + $(figure saved_crashes)))
done
exit $((crashes > 0))
