#!/usr/bin/env bash
# Draws docs/flows.md from the tables of the flows, and docs/rules.md from the pages of the rules.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

AMLSEC_DRAW_PAGES=1 dotnet test tests/AmlSecurity.Domain.Tests --nologo --filter 'FullyQualifiedName~DrawnPageTests'
