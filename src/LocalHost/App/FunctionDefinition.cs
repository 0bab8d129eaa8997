namespace Ita.LocalHost.App;

/// <summary>One function: its folder's name and what function.json says.</summary>
internal sealed record FunctionDefinition(string Name, IReadOnlyList<Binding> Bindings, RetryPolicy? Retry)
{
    public Binding Trigger => Bindings.Single(binding => binding.IsTrigger);

    public IEnumerable<Binding> Outputs => Bindings.Where(binding => binding.IsOutput);

    public IEnumerable<Binding> QueueOutputs => Outputs.Where(binding => binding.Is(Binding.Queue));

    public bool IsHttp => Trigger.Is(Binding.HttpTrigger);

    /// <summary>
    /// Whether requests reach the handler as they are: exactly one HTTP trigger and one HTTP output
    /// (contract.md, the two modes). A second binding would silently turn the function to payload mode.
    /// </summary>
    public bool IsRawHttp => IsHttp && Bindings.Count == 2 && Outputs.Any(output => output.Is(Binding.Http));

    /// <summary>The host's own name for it, used in its books.</summary>
    public string HostId => $"Host.Functions.{Name}";
}
