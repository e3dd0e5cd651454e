using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.DataAtRest;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>What a step of a data flow asks its host to do.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record DataFlowEffect
{
    private DataFlowEffect()
    {
    }

    /// <summary>Prove by this who acts.</summary>
    /// <param name="Credential">By what.</param>
    public sealed record UseCredential(StepCredential Credential) : DataFlowEffect;

    /// <summary>Make a store in the customer's subscription.</summary>
    /// <param name="Store">Which.</param>
    public sealed record MakeStore(StoreKind Store) : DataFlowEffect;

    /// <summary>Read from a store.</summary>
    /// <param name="Store">Which.</param>
    /// <param name="By">Who reads; a client reads from nothing but its own machine.</param>
    public sealed record ReadStore(StoreKind Store, StepActor By) : DataFlowEffect;

    /// <summary>Write to a store.</summary>
    /// <param name="Store">Which.</param>
    /// <param name="By">Who writes.</param>
    public sealed record WriteStore(StoreKind Store, StepActor By) : DataFlowEffect;

    /// <summary>Append an event to the audit log.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="Coverage">Where the step leaves a trace of Azure's own; null where no page names its
    /// action.</param>
    public sealed record Emit(AuditEvent Event, AuditCoverage? Coverage) : DataFlowEffect
    {
        /// <summary>Gets a value indicating whether the activity log surely shows the step as well (MON-06).</summary>
        public bool IsInActivityLog => Coverage is { Class: AuditClass.ActivityLog };
    }

    /// <summary>Add a link to the lineage.</summary>
    /// <param name="Added">The link.</param>
    public sealed record Link(LineageLink Added) : DataFlowEffect;

    /// <summary>Do what the flow of the run asks for.</summary>
    /// <param name="Asked">What.</param>
    public sealed record ForRun(RunEffect Asked) : DataFlowEffect;

    /// <summary>Do what the authentication of the web service asks for.</summary>
    /// <param name="Asked">What.</param>
    public sealed record ForWebService(WebServiceEffect Asked) : DataFlowEffect;

    /// <summary>Tell the owner.</summary>
    /// <param name="Found">What.</param>
    public sealed record Report(Finding Found) : DataFlowEffect;
}
