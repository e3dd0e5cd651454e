using AmlSecurity.Benchmarks.Authorization.Workload;

namespace AmlSecurity.Benchmarks.Authorization.Floors;

/// <summary>A data structure that answers the requests of the workload: no reasons, no conditions, no denies.</summary>
/// <remarks>It shows what the machine can do, not what a library should be.</remarks>
internal interface IFloor
{
    /// <summary>Determines whether the request is allowed.</summary>
    bool Allows(Ask ask);
}
