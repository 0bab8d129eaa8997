using System.Collections;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ita.LocalHost.App;

/// <summary>
/// The app settings: what the caller gave, else the environment, else <c>Values</c> of local.settings.json.
/// Names ignore case, as they do in the Functions host.
/// </summary>
internal sealed partial class Settings
{
    /// <summary>The storage the host keeps its own books in.</summary>
    public const string HostStorage = "AzureWebJobsStorage";

    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    private Settings(IReadOnlyDictionary<string, string> added)
    {
        Added = added;
        Overlay(added);
    }

    /// <summary>Settings the environment does not hold; the handler's process must be given them.</summary>
    public IReadOnlyDictionary<string, string> Added { get; }

    public IEnumerable<KeyValuePair<string, string>> All => values;

    public string? this[string name] => values.GetValueOrDefault(name);

    public static Settings Read(string appFolder, IReadOnlyDictionary<string, string> given)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
        var added = FromFile(Path.Combine(appFolder, "local.settings.json"))
            .Where(pair => !environment.ContainsKey(pair.Key))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in given)
        {
            added[name] = value;
        }

        return Over(environment, added);
    }

    public static Settings Of(IReadOnlyDictionary<string, string> given) => new(given);

    /// <summary>Replaces each <c>%NAME%</c> by its setting; an unknown name is left standing for the caller to report.</summary>
    public string Expand(string text) =>
        Token().Replace(text, match => this[match.Groups[1].Value] ?? match.Value);

    /// <summary>Replaces each <c>%NAME%</c>; unset ones vanish, as in the arguments of the handler (contract.md, section 1).</summary>
    public string ExpandOrDrop(string text) =>
        Token().Replace(text, match => this[match.Groups[1].Value] ?? "");

    /// <summary>The connection string a binding's <c>connection</c> names; the host's own storage when it names none.</summary>
    /// <exception cref="AppFolderException">No such setting.</exception>
    public string Connection(string? name)
    {
        var wanted = string.IsNullOrEmpty(name) ? HostStorage : name;
        return this["AzureWebJobs" + wanted] ?? this[wanted]
            ?? throw new AppFolderException($"The connection '{wanted}' names no setting.");
    }

    private static Settings Over(Dictionary<string, string> below, Dictionary<string, string> added)
    {
        var settings = new Settings(added);
        settings.Overlay(below.Where(pair => !added.ContainsKey(pair.Key)));
        return settings;
    }

    private static Dictionary<string, string> FromFile(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var document = JsonDocument.Parse(File.ReadAllText(path), JsonText.Lenient);
        return document.RootElement.TryGetProperty("Values", out var found)
            ? found.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ToString())
            : [];
    }

    private void Overlay(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        foreach (var (name, value) in pairs)
        {
            values[name] = value;
        }
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Token();
}
