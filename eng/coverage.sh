#!/usr/bin/env bash
# Runs all tests with coverlet and prints, for each room, how many lines and branches they reach: eng/coverage.sh
# With --report it reads the results of the last run again. The pages are in artifacts/coverage/html.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
results=$PWD/artifacts/coverage
dotnet tool restore >/dev/null

if [[ ${1:-} != --report ]]; then
    rm -rf "$results"
    # Without the tests that weigh memory or judge the compiled library: the collector takes memory and adds code of its own.
    dotnet test -c Release --collect 'XPlat Code Coverage' --results-directory "$results" --filter 'FullyQualifiedName!~Allocation&FullyQualifiedName!~Conventions' -- \
        'DataCollectionRunSettings.DataCollectors.DataCollector.Configuration.Include=[AmlSecurity.Domain]*'
fi

report() {
    dotnet reportgenerator "-reports:$results/*/coverage.cobertura.xml" "$@" >/dev/null
}
report "-targetdir:$results/html" -reporttypes:Html
printf '%-16s %8s %8s\n' room lines branches
mapfile -t rooms < <(find src/AmlSecurity.Domain -mindepth 1 -maxdepth 1 -type d ! -name bin ! -name obj -printf '%f\n' | sort)
for room in '' "${rooms[@]}"; do
    report "-targetdir:$results/$room" -reporttypes:TextSummary "-classfilters:+AmlSecurity.Domain.${room:+$room.}*"
    figure() { sed -n "s/^ *$1 coverage: \\([^ ]*\\).*/\\1/p" "$results/$room/Summary.txt"; }
    printf '%-16s %8s %8s\n' "${room:-all}" "$(figure Line)" "$(figure Branch)"
done
