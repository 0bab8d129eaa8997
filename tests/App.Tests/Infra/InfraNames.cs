using System.Text.Json;
using Ita.Tests;

namespace Ita.App.Tests.Infra;

/// <summary>infra/names.json: the storage resources that a deployment creates, and the settings of the app.</summary>
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
        [.. JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Repository.PathOf("infra", "main.parameters.json")))
            .GetProperty("parameters").EnumerateObject()];

    /// <summary>Resources used by the Functions host itself, not by the app.</summary>
    /// <param name="Id">The host id, which is part of the name of the blob trigger's queue.</param>
    internal sealed record HostNames(string Id, IReadOnlyList<string> Containers, IReadOnlyList<string> Queues);

    internal sealed record Setting(string Name, bool Secret);

    /// <summary>A setting that the Functions host reads, with the same value in every environment.</summary>
    internal sealed record HostSetting(string Name, string Value);
}
