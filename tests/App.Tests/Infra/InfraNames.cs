using System.Text.Json;
using Ita.Tests;

namespace Ita.App.Tests.Infra;

/// <summary>infra/names.json: what a deployment creates in storage, and the settings of the app.</summary>
internal sealed record InfraNames(
    IReadOnlyList<string> Containers,
    IReadOnlyList<string> Tables,
    IReadOnlyList<string> Queues,
    InfraNames.HostNames Host,
    string DeadLetters,
    IReadOnlyList<InfraNames.Setting> Settings,
    IReadOnlyList<InfraNames.HostSetting> HostSettings)
{
    public static InfraNames All { get; } =
        JsonSerializer.Deserialize<InfraNames>(File.ReadAllText(Repository.PathOf("infra", "names.json")), JsonSerializerOptions.Web)!;

    public IEnumerable<string> Secrets => Settings.Where(setting => setting.Secret).Select(setting => setting.Name);

    public IEnumerable<string> Plain => Settings.Where(setting => !setting.Secret).Select(setting => setting.Name);

    /// <summary>The parameters that azd fills in.</summary>
    public static IReadOnlyList<JsonProperty> AzdParameters() =>
        [.. JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Repository.PathOf("infra", "main.parameters.json"))).GetProperty("parameters").EnumerateObject()];

    /// <summary>What the Functions host itself uses, and no code of ours.</summary>
    /// <param name="Id">The host id, which is part of the name of the blob trigger's queue.</param>
    internal sealed record HostNames(string Id, IReadOnlyList<string> Containers, IReadOnlyList<string> Queues);

    internal sealed record Setting(string Name, bool Secret);

    /// <summary>A setting the Functions host reads, the same everywhere.</summary>
    internal sealed record HostSetting(string Name, string Value);
}
