using Ita.LocalHost.App;

namespace Ita.LocalHost;

/// <summary>What makes a function run by itself.</summary>
internal interface ITrigger
{
    FunctionDefinition Function { get; }

    /// <summary>Creates what is missing in the storage: queues, containers.</summary>
    Task PrepareAsync(CancellationToken stop);

    /// <summary>Waits for events and invokes the function until the host stops; then ends without an exception.</summary>
    Task RunAsync(CancellationToken stop);

    /// <summary>Invokes the function once, as <c>POST /admin/functions/{Name}</c> asks (contract.md, section 5).</summary>
    /// <param name="input">A message text, container/name of a blob, or nothing for a timer.</param>
    /// <param name="stop">The host is stopping.</param>
    /// <exception cref="FormatException">The input does not suit this trigger.</exception>
    Task InvokeByHandAsync(string input, CancellationToken stop);
}
