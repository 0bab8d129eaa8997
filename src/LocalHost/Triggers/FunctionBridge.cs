using Ita.LocalHost.Worker;
using Ita.LocalHost.Worker.Rpc;
using Microsoft.Azure.WebJobs;
using ExecutionContext = Microsoft.Azure.WebJobs.ExecutionContext;

namespace Ita.LocalHost.Triggers;

/// <summary>The base of the class that <see cref="EmittedFunctions"/> makes: each of its methods calls <see cref="RunAsync"/>.</summary>
/// <remarks>Public, because the emitted assembly derives from it.</remarks>
public abstract class FunctionBridge
{
    private readonly BridgeServices services;

    /// <param name="services">A <see cref="BridgeServices"/>.</param>
    protected FunctionBridge(object services) => this.services = (BridgeServices)services;

    protected async Task RunAsync(string function, object value, Binder binder, ExecutionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(binder);
        ArgumentNullException.ThrowIfNull(context);
        var worker = await services.Keeper.ReadyAsync(cancellationToken);
        var known = worker.Functions.Single(candidate => candidate.Name == function);
        var request = new InvocationRequest { InvocationId = context.InvocationId.ToString() };
        request.InputData.Add(new ParameterBinding { Name = known.Trigger.Name, Data = Payload.Of(value) });
        foreach (var (name, fact) in binder.BindingData.Where(pair => pair.Value is not null && pair.Key != "sys"))
        {
            request.TriggerMetadata[name] = Payload.Of(fact);
        }

        await services.Invoker.InvokeAsync(worker, known, request, cancellationToken);
    }
}

/// <summary>What a <see cref="FunctionBridge"/> needs.</summary>
internal sealed record BridgeServices(WorkerKeeper Keeper, Invoker Invoker);
