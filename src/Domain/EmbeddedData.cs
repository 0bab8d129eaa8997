using System.Text.Json;

namespace Ita.Domain;

/// <summary>Reads the data files that are embedded in this assembly.</summary>
internal static class EmbeddedData
{
    /// <param name="ending">The end of the resource's name, for example <c>.Remarks.Data.name-words.json</c>.</param>
    /// <exception cref="InvalidOperationException">No file, or more than one, has this ending.</exception>
    /// <exception cref="JsonException">The file has another form.</exception>
    public static T Read<T>(string ending)
    {
        using var stream = Open(ending);
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }

    /// <inheritdoc cref="Read{T}"/>
    public static Stream Open(string ending)
    {
        var assembly = typeof(EmbeddedData).Assembly;
        var name = assembly.GetManifestResourceNames().Single(one => one.EndsWith(ending, StringComparison.Ordinal));
        return assembly.GetManifestResourceStream(name)!;
    }
}
