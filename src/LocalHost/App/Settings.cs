using System.Collections;
using Microsoft.Extensions.Configuration;

namespace Ita.LocalHost.App;

/// <summary>The app settings: what the caller gave, else the environment, else <c>Values</c> of local.settings.json.</summary>
internal sealed class Settings
{
    /// <summary>The connection of the host's own leases, receipts and timer states.</summary>
    public const string HostStorage = "Storage";

    private Settings(Dictionary<string, string?> added)
    {
        Added = added;
        Configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddInMemoryCollection(added.Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), pair.Value)))
            .Build();
    }

    /// <summary>All settings; <c>__</c> in a name is the separator of sections.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>The settings that are not in the environment; the worker's process is given them.</summary>
    public IReadOnlyDictionary<string, string?> Added { get; }

    public string? this[string name] => Configuration[name];

    public static Settings Read(string appFolder, IReadOnlyDictionary<string, string> given)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var added = FromFile(Path.Combine(appFolder, "local.settings.json"))
            .Where(pair => !environment.Contains(pair.Key))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in given)
        {
            added[name] = value;
        }

        return new(added);
    }

    /// <summary>Whether <c>AzureWebJobs.NAME.Disabled</c> switches a function off.</summary>
    public bool IsDisabled(string function) =>
        this[$"AzureWebJobs.{function}.Disabled"] is { } text && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));

    /// <summary>The connection string of a binding's <c>connection</c>; null when the connection is a section (<c>NAME__serviceUri</c>) or not set.</summary>
    public string? ConnectionString(string? name)
    {
        var wanted = string.IsNullOrEmpty(name) ? HostStorage : name;
        return this["AzureWebJobs" + wanted] ?? this["ConnectionStrings:" + wanted] ?? this[wanted];
    }

    private static IEnumerable<KeyValuePair<string, string?>> FromFile(string path) => File.Exists(path)
        ? new ConfigurationBuilder().AddJsonFile(path).Build().GetSection("Values").AsEnumerable(makePathsRelative: true)
            .Where(pair => pair.Value is not null)
            .Select(pair => KeyValuePair.Create(pair.Key.Replace(":", "__", StringComparison.Ordinal), pair.Value))
        : [];
}
