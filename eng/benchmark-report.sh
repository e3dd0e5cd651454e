#!/usr/bin/env bash
# Measures with BenchmarkDotNet and draws docs/benchmarks.md and its plots from the results: eng/benchmark-report.sh
# With --draw it draws again from results that are there. About ten minutes; the machine should be idle.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
results=$PWD/artifacts/benchmarks
benchmarks=$PWD/benchmarks/AmlSecurity.Benchmarks/bin/Release/net10.0/AmlSecurity.Benchmarks.dll
dotnet build -c Release benchmarks/AmlSecurity.Benchmarks

if [[ ${1:-} != --draw ]]; then
    rm -rf "$results"
    mkdir -p "$results"
    cd "$results"
    # In this process: the classes' setups check that all contestants give the same answers.
    dotnet "$benchmarks" --inProcess --exporters fulljson --artifacts "$results" \
        --warmupCount 3 --iterationCount 10 --iterationTime 50 --filter \
        '*.AccessPolicyBenchmarks.*' '*.CompiledPolicyBenchmarks.*(Assignments: 10000, *' \
        '*.SealBenchmarks.*' '*.OpenBenchmarks.*' '*.ServiceTokenBenchmarks.*' \
        '*.AppendBenchmarks.*' '*.ReportBenchmarks.*' '*.ProofBenchmarks.*' '*.NoteBenchmarks.*'
    cd - >/dev/null
fi

dotnet "$benchmarks" --report "$results" docs
