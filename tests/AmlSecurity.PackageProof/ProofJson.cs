using System.Text.Json.Serialization;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.PackageProof;

// Native code cannot look at types while it runs, so the serialiser is told about them here.
[JsonSerializable(typeof(RuleId))]
[JsonSerializable(typeof(Finding))]
internal sealed partial class ProofJson : JsonSerializerContext;
