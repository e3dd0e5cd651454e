namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Lists why a link does not fit a lineage. Each finishes the sentence "it is …".</summary>
public enum LineageFault
{
    /// <summary>Of another workspace.</summary>
    OfAnotherWorkspace,

    /// <summary>To something that comes from elsewhere already; only an image comes from several.</summary>
    ToSomethingThatComesFromElsewhere,

    /// <summary>Told before, by another event.</summary>
    ToldBeforeByAnotherEvent,
}
