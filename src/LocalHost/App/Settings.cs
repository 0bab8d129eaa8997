using Microsoft.Extensions.Configuration;

namespace Ita.LocalHost.App;

/// <summary>The app settings: those passed in, else the environment, else <c>Values</c> of local.settings.json.</summary>
internal sealed class Settings
{
    public Settings(string appFolder, IReadOnlyDictionary<string, string> given)
    {
        var file = new ConfigurationBuilder().AddJsonFile(Path.Combine(appFolder, "local.settings.json"), optional: true).Build();
        var added = file.GetSection("Values").AsEnumerable(makePathsRelative: true)
            .Select(pair => (Name: pair.Key.Replace(":", "__", StringComparison.Ordinal), pair.Value))
            .Where(pair => pair.Value is not null && Environment.GetEnvironmentVariable(pair.Name) is null)
            .ToDictionary(pair => pair.Name, pair => pair.Value!, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in given)
        {
            added[name] = value;
        }

        Added = added;
        Configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddInMemoryCollection(added.ToDictionary(pair => pair.Key.Replace("__", ":", StringComparison.Ordinal), pair => (string?)pair.Value))
            .Build();
    }

    /// <summary>All settings; <c>__</c> in a name is the separator of sections.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>The settings that are not in the environment of this process; they are added to the worker's.</summary>
    public IReadOnlyDictionary<string, string> Added { get; }

    public string? this[string name] => Configuration[name];

    public bool IsTrue(string name) => this[name]?.ToUpperInvariant() is "1" or "TRUE";

    /// <summary>
    /// The connection string that a binding's <c>connection</c> names; null when the setting is a section
    /// (<c>NAME__serviceUri</c>) or not set.
    /// </summary>
    public string? ConnectionString(string? name) => this["AzureWebJobs" + (name ?? "Storage")] ?? this[name ?? "Storage"];
}
