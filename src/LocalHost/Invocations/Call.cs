using Ita.LocalHost.Handling;

namespace Ita.LocalHost.Invocations;

/// <summary>One invocation on its way.</summary>
/// <param name="Line">Leads to the handler.</param>
/// <param name="Id">The invocation id, told to the handler in a header.</param>
/// <param name="Gone">Cancelled when the handler's process is gone. Connections end with it; only who waits without one needs this.</param>
/// <param name="Stop">Cancelled at functionTimeout, or when the host stops.</param>
internal sealed record Call(HandlerLine Line, Guid Id, CancellationToken Gone, CancellationToken Stop);
