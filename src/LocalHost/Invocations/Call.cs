using Ita.LocalHost.Handling;

namespace Ita.LocalHost.Invocations;

/// <summary>One invocation on its way.</summary>
/// <param name="Process">The life of the handler it goes to.</param>
/// <param name="Id">The invocation id, told to the handler in a header.</param>
/// <param name="Stop">Cancelled at functionTimeout, when the handler is gone, or when the host stops.</param>
internal sealed record Call(HandlerProcess Process, Guid Id, CancellationToken Stop);
