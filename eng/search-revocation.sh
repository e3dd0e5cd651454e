#!/usr/bin/env bash
# Searches every course of events of the key cache for one that breaks its law, to a depth of 100 unless told otherwise:
# for either version, with late answers of every kind at any time, and wraps that were sent at any time.
# Usage: eng/search-revocation.sh [depth]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export AMLSEC_SEARCH_DEPTH=${1:-100}
dotnet test tests/AmlSecurity.Domain.Tests -c Release --nologo \
    --filter 'FullyQualifiedName~KeyCacheMachineSearchTests' --logger 'console;verbosity=detailed'
