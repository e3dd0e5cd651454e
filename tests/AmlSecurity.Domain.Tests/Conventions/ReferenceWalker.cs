using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AmlSecurity.Domain.Tests.Conventions;

/// <summary>Lists what a module refers to: in signatures, bodies, attributes and generic arguments.</summary>
internal static class ReferenceWalker
{
    /// <summary>Walks a whole module.</summary>
    public static IEnumerable<Reference> Walk(ModuleDefinition module) => module.GetTypes().SelectMany(Walk);

    /// <summary>Walks one type without those nested in it.</summary>
    public static IEnumerable<Reference> Walk(TypeDefinition type) =>
        OfType(type)
            .Concat(type.Fields.SelectMany(OfField))
            .Concat(type.Properties.SelectMany(OfProperty))
            .Concat(type.Events.SelectMany(OfEvent))
            .Concat(type.Methods.SelectMany(OfMethod))
            .SelectMany(used => Parts(used.Used).Select(part => new Reference(type, part, used.Place)));

    private static IEnumerable<(MemberReference Used, string Place)> OfType(TypeDefinition type)
    {
        MemberReference?[] bases = [type.BaseType, .. type.Interfaces.Select(contract => contract.InterfaceType)];
        return At(
            type.FullName,
            [
                .. bases.OfType<MemberReference>(),
                .. OfAttributes(type),
                .. type.Interfaces.SelectMany(OfAttributes),
                .. OfGenericParameters(type),
            ]);
    }

    private static IEnumerable<(MemberReference Used, string Place)> OfField(FieldDefinition field) =>
        At(field.FullName, [field.FieldType, .. OfAttributes(field)]);

    private static IEnumerable<(MemberReference Used, string Place)> OfProperty(PropertyDefinition property) =>
        At(property.FullName, [property.PropertyType, .. OfAttributes(property)]);

    private static IEnumerable<(MemberReference Used, string Place)> OfEvent(EventDefinition member) =>
        At(member.FullName, [member.EventType, .. OfAttributes(member)]);

    private static IEnumerable<(MemberReference Used, string Place)> OfMethod(MethodDefinition method) =>
        At(
            method.FullName,
            [
                method.ReturnType,
                .. OfAttributes(method),
                .. OfAttributes(method.MethodReturnType),
                .. OfGenericParameters(method),
                .. method.Parameters.Select(parameter => parameter.ParameterType),
                .. method.Parameters.SelectMany(OfAttributes),
                .. method.Overrides,
                .. method.HasBody ? OfBody(method.Body) : [],
            ]);

    private static IEnumerable<MemberReference> OfBody(MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(handler => handler.CatchType).OfType<MemberReference>(),
        .. body.Instructions.SelectMany(OfInstruction),
    ];

    private static IEnumerable<MemberReference> OfInstruction(Instruction instruction) => instruction.Operand switch
    {
        MemberReference member => [member],
        CallSite site => [site.ReturnType, .. site.Parameters.Select(parameter => parameter.ParameterType)],
        _ => [],
    };

    private static IEnumerable<MemberReference> OfGenericParameters(IGenericParameterProvider owner) =>
        owner.GenericParameters.SelectMany(parameter => parameter.Constraints
            .Select(constraint => (MemberReference)constraint.ConstraintType)
            .Concat(parameter.Constraints.SelectMany(OfAttributes))
            .Concat(OfAttributes(parameter)));

    private static IEnumerable<MemberReference> OfAttributes(ICustomAttributeProvider owner) =>
        owner.CustomAttributes.SelectMany(attribute => attribute.ConstructorArguments
            .Concat(attribute.Properties.Select(property => property.Argument))
            .Concat(attribute.Fields.Select(field => field.Argument))
            .SelectMany(OfArgument)
            .Append(attribute.Constructor));

    private static IEnumerable<MemberReference> OfArgument(CustomAttributeArgument argument) => argument.Value switch
    {
        TypeReference type => [argument.Type, type],
        CustomAttributeArgument boxed => [argument.Type, .. OfArgument(boxed)],
        CustomAttributeArgument[] many => [argument.Type, .. many.SelectMany(OfArgument)],
        _ => [argument.Type],
    };

    // A reference names further types: the one that declares it, its arguments, its signature.
    private static IEnumerable<MemberReference> Parts(MemberReference used) => used switch
    {
        GenericParameter => [],
        GenericInstanceType type => [.. Parts(type.ElementType), .. type.GenericArguments.SelectMany(Parts)],
        RequiredModifierType type => [.. Parts(type.ModifierType), .. Parts(type.ElementType)],
        OptionalModifierType type => [.. Parts(type.ModifierType), .. Parts(type.ElementType)],
        FunctionPointerType type =>
            [.. Parts(type.ReturnType), .. type.Parameters.SelectMany(parameter => Parts(parameter.ParameterType))],
        TypeSpecification type => Parts(type.ElementType),
        TypeReference type => type.DeclaringType is null ? [type] : [type, .. Parts(type.DeclaringType)],
        GenericInstanceMethod method => [.. Parts(method.ElementMethod), .. method.GenericArguments.SelectMany(Parts)],
        MethodReference method =>
        [
            method,
            .. Parts(method.DeclaringType),
            .. Parts(method.ReturnType),
            .. method.Parameters.SelectMany(parameter => Parts(parameter.ParameterType)),
        ],
        FieldReference field => [field, .. Parts(field.DeclaringType), .. Parts(field.FieldType)],
        _ => [used],
    };

    private static IEnumerable<(MemberReference Used, string Place)> At(string place, MemberReference[] used) =>
        used.Select(one => (one, place));
}
