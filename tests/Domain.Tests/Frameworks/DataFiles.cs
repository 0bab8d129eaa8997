using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks;

/// <summary>The framework files as embedded in the Domain assembly.</summary>
internal static class DataFiles
{
    private const string Folder = "Ita.Domain.Frameworks.Data.";

    public static IEnumerable<string> Names => typeof(Framework).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => name[Folder.Length..])
        .Order(StringComparer.Ordinal);

    public static Stream Open(string name) => typeof(Framework).Assembly.GetManifestResourceStream(Folder + name)!;

    public static string Read(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }
}
