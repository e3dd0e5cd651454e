#!/usr/bin/env bash
# Seals and opens on one data key in four threads, a million times unless told otherwise, and compares with one thread.
# Usage: eng/stress-data-key.sh [operations]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export AMLSEC_STRESS=${1:-1000000}
dotnet test tests/AmlSecurity.Domain.Tests -c Release --nologo \
    --filter 'FullyQualifiedName~DataKeyStressTests' --logger 'console;verbosity=detailed'
