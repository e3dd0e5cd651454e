using System.Text.Json.Nodes;

namespace AmlSecurity.Conformance;

/// <summary>Carries out one operation.</summary>
/// <param name="request">The request.</param>
/// <returns>The <c>ok</c> member of the answer.</returns>
/// <exception cref="OperationException">The answer is an error.</exception>
internal delegate JsonObject OperationHandler(Arguments request);
