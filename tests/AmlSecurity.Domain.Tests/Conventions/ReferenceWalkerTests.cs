using Mono.Cecil;

namespace AmlSecurity.Domain.Tests.Conventions;

public sealed class ReferenceWalkerTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_walker_misses_no_type_and_no_member_that_the_module_refers_to(bool inTheTests)
    {
        using var module =
            DomainAssembly.ReadIl(inTheTests ? typeof(ReferenceWalkerTests).Assembly.Location : DomainAssembly.Path);
        var found = ReferenceWalker.Walk(module).Select(reference => NameOf(reference.Used)).ToHashSet();

        var missed = module.GetTypeReferences()
            .Concat(module.GetMemberReferences())
            .Where(reference => !IsOfTheModuleItself(reference, module))
            .Select(NameOf)
            .Where(name => !found.Contains(name));

        Violations.None(missed);
    }

    private static string NameOf(MemberReference reference) =>
        reference is TypeReference
            ? reference.FullName
            : $"{reference.DeclaringType?.GetElementType().FullName}::{reference.Name}";

    // Attributes of the assembly and the module stand above every room.
    private static bool IsOfTheModuleItself(MemberReference reference, ModuleDefinition module)
    {
        var type = reference as TypeReference ?? reference.DeclaringType;
        return module.Assembly.CustomAttributes.Concat(module.CustomAttributes).Any(attribute =>
            attribute.AttributeType.FullName == type.FullName
            || attribute.AttributeType.FullName == type.DeclaringType?.FullName
            || (type.DeclaringType is null && attribute.AttributeType.DeclaringType?.FullName == type.FullName));
    }
}
