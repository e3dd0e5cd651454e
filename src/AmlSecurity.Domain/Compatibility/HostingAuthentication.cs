using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Which forms of authentication a hosting target has (AUTHN-11), as the authentication room enforces
/// it.</summary>
/// <remarks>Holds nothing that changes, hence safe for concurrent use.</remarks>
public static class HostingAuthentication
{
    /// <summary>Finds a cell of the table.</summary>
    /// <param name="target">The hosting target.</param>
    /// <param name="form">The form.</param>
    /// <returns>Whether the target has it, and how it starts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such target or form.</exception>
    public static FormAvailability Find(HostingTarget target, AuthenticationForm form) => (target, form) switch
    {
        (HostingTarget.ContainerInstances, AuthenticationForm.Key) => FormAvailability.OffByDefault,
        (HostingTarget.ContainerInstances, AuthenticationForm.Token) => FormAvailability.NotAvailable,
        (HostingTarget.KubernetesService, AuthenticationForm.Key) => FormAvailability.OnByDefault,
        (HostingTarget.KubernetesService, AuthenticationForm.Token) => FormAvailability.OffByDefault,
        (HostingTarget.ContainerInstances or HostingTarget.KubernetesService, _) =>
            throw new ArgumentOutOfRangeException(nameof(form)),
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };

    /// <summary>Finds the form with which a service starts.</summary>
    /// <param name="target">The hosting target.</param>
    /// <returns>The form, or null if a service starts without authentication.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such target.</exception>
    public static AuthenticationForm? DefaultOf(HostingTarget target)
    {
        foreach (var form in Enum.GetValues<AuthenticationForm>())
        {
            if (Find(target, form) == FormAvailability.OnByDefault)
            {
                return form;
            }
        }

        return null;
    }

    /// <summary>Judges a form that a deployment turns on.</summary>
    /// <param name="target">The hosting target.</param>
    /// <param name="form">The form.</param>
    /// <param name="isOn">Whether it is turned on; null if that is not known.</param>
    /// <param name="path">Where that stands, as a JSON path.</param>
    /// <returns>A violation if the target does not have it; undetermined if it would be one.</returns>
    public static ImmutableArray<Finding> Assess(HostingTarget target, AuthenticationForm form, bool? isOn, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return (Find(target, form), isOn) switch
        {
            (FormAvailability.NotAvailable, true) =>
            [
                Judgement.Against(
                    CompatibilityRules.FormsByTarget,
                    path,
                    "the hosting target does not have this form of authentication",
                    "use keys, or host the service on Azure Kubernetes Service"),
            ],
            (FormAvailability.NotAvailable, null) =>
            [
                Judgement.Open(
                    CompatibilityRules.FormsByTarget,
                    path,
                    "whether a form is on that the hosting target does not have is not known"),
            ],
            _ => [],
        };
    }
}
