#!/usr/bin/env bash
# Damages audit logs, and compares the report of the library with that of the implementation in JavaScript.
# Usage: eng/compare-audit.sh [logs a seed] [seeds]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export AMLSEC_LOGS=${1:-500}
dotnet build tests/AmlSecurity.Domain.Tests -c Release --nologo -v quiet
for seed in $(seq 1 "${2:-12}"); do
    AMLSEC_SEED=$seed dotnet test tests/AmlSecurity.Domain.Tests -c Release --no-build --nologo \
        --filter 'FullyQualifiedName~Both_say_the_same_of_damaged_logs'
done
