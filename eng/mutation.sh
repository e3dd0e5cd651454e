#!/usr/bin/env bash
# Changes the library in one place at a time and asks whether a test of the room notices: eng/mutation.sh [room...]
# A room has its file in eng/stryker; Root is what lies in no room. The filter of a room leaves out the campaigns, which take
# seconds for one change. Fails when a room stays below its aim.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
reports=$PWD/artifacts/mutation
export AMLSEC_MUTATION=1
dotnet tool restore

rooms=("$@")
if ((${#rooms[@]} == 0)); then
    for file in eng/stryker/*.json; do
        rooms+=("$(basename "$file" .json)")
    done
fi

status=0
for room in "${rooms[@]}"; do
    (cd tests/AmlSecurity.Domain.Tests && dotnet stryker --config-file "../../eng/stryker/$room.json" --output "$reports/$room") || status=$?
done
exit "$status"
