using System.ComponentModel;
using System.Text.Json;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.PackageProof;

internal static class RootProof
{
    public static void Prove(Proof proof)
    {
        var rule = RuleId.Read("NET-05.3").Expect();
        proof.Equal("Expect returns a success", "NET-05.3", rule.Text);
        proof.Equal("Expect throws a fault with its text", "expected `RuleId`, but it is empty (at offset 0)", Fault());
        proof.Equal(
            "a text type is a JSON string", "\"NET-05.3\"", JsonSerializer.Serialize(rule, ProofJson.Default.RuleId));
        proof.Equal(
            "a JSON string is a text type", rule, JsonSerializer.Deserialize("\"NET-05.3\"", ProofJson.Default.RuleId));
        TypeDescriptor.RegisterType<RuleId>();
        proof.Equal(
            "configuration binding finds the converter",
            rule,
            TypeDescriptor.GetConverterFromRegisteredType(typeof(RuleId)).ConvertFromInvariantString("NET-05.3"));
    }

    private static string Fault()
    {
        try
        {
            return RuleId.Read("").Expect().Text;
        }
        catch (InvalidOperationException fault)
        {
            return fault.Message;
        }
    }
}
