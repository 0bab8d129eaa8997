using Ita.LocalHost.Worker.Rpc;

namespace Ita.LocalHost.App;

/// <summary>A function as the worker described it.</summary>
internal sealed class Function(RpcFunctionMetadata metadata)
{
    public RpcFunctionMetadata Metadata => metadata;

    public string Name => metadata.Name;

    public Binding Trigger { get; } = metadata.RawBindings.Select(Binding.Parse).SingleOrDefault(binding => binding.Type.EndsWith("Trigger", StringComparison.Ordinal))
        ?? throw new AppFolderException($"{metadata.Name} has no trigger.");
}
