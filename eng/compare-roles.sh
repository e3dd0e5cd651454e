#!/usr/bin/env bash
# Compares real roles with each other, every pair on both planes in both readings, and holds the answers against the
# real operations. The normal tests take 40 roles; this takes 200, or as many as asked for.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export AMLSEC_ROLES=${1:-200} AMLSEC_REQUIRE_VECTORS=1
dotnet test tests/AmlSecurity.Domain.Tests -c Release --nologo \
    --filter 'FullyQualifiedName~RoleComparisonVectorTests' --logger 'console;verbosity=detailed'
