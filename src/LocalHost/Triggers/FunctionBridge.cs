using Ita.LocalHost.Worker;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host;
using ExecutionContext = Microsoft.Azure.WebJobs.ExecutionContext;

namespace Ita.LocalHost.Triggers;

/// <summary>The base of the class that <see cref="EmittedFunctions"/> creates: each of its methods calls <see cref="RunAsync"/>.</summary>
/// <remarks>Public, because the emitted assembly derives from it.</remarks>
public abstract class FunctionBridge
{
    internal BridgeActivator? Services { get; set; }

    protected async Task RunAsync(string function, object value, Binder binder, ExecutionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(binder);
        ArgumentNullException.ThrowIfNull(context);
        var worker = await Services!.Supervisor.ReadyAsync(cancellationToken);
        var known = worker.Functions.Single(candidate => candidate.Name == function);
        var request = new InvocationRequest { InvocationId = context.InvocationId.ToString() };
        request.InputData.Add(new ParameterBinding { Name = known.Parameter, Data = Payload.Of(value) });
        foreach (var (name, fact) in binder.BindingData.Where(pair => pair.Value is not null && pair.Key != "sys"))
        {
            request.TriggerMetadata[name] = Payload.Of(fact);
        }

        await Services.Invoker.InvokeAsync(worker, known, request, cancellationToken);
    }
}

/// <summary>Creates the object whose method the WebJobs SDK calls.</summary>
internal sealed class BridgeActivator(WorkerSupervisor supervisor, Invoker invoker) : IJobActivator
{
    public WorkerSupervisor Supervisor => supervisor;

    public Invoker Invoker => invoker;

    public T CreateInstance<T>()
    {
        var made = Activator.CreateInstance<T>();
        ((FunctionBridge)(object)made!).Services = this;
        return made;
    }
}
