using Mono.Cecil;

namespace AmlSecurity.Domain.Tests.Conventions;

/// <summary>One use of a type or member, and the type that uses it.</summary>
internal readonly record struct Reference(TypeDefinition User, MemberReference Used, string Place)
{
    public override string ToString() => $"{Place} uses {Used.FullName}";
}
