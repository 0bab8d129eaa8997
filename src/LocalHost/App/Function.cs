using Ita.LocalHost.Worker.Rpc;

namespace Ita.LocalHost.App;

/// <summary>A function as the worker described it.</summary>
internal sealed class Function
{
    /// <exception cref="AppFolderException">The function has no trigger or several.</exception>
    public Function(RpcFunctionMetadata metadata)
    {
        Metadata = metadata;
        var triggers = metadata.RawBindings.Select(Binding.Parse).Where(binding => binding.IsTrigger).ToList();
        Trigger = triggers is [var one] ? one : throw new AppFolderException($"{metadata.Name}: exactly one trigger is needed, {triggers.Count} were found.");
    }

    public RpcFunctionMetadata Metadata { get; }

    public string Name => Metadata.Name;

    public Binding Trigger { get; }
}
