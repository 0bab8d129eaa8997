namespace Ita.Domain.Frameworks;

/// <summary>The embedded framework files, identified by their names.</summary>
internal static class FrameworkFiles
{
    private const string Folder = ".Frameworks.Data.";
    private const string Ending = ".json";

    /// <summary>Oldest first.</summary>
    public static ImmutableArray<(FiscalYear Year, Lazy<Framework> Framework)> Known { get; } =
    [
        .. typeof(FrameworkFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal))
            .Select(name => (YearOf(name), new Lazy<Framework>(() => Read(name))))
            .OrderBy(file => file.Item1),
    ];

    private static FiscalYear YearOf(string resource) => FiscalYear.FromBuddhistEra(
        int.Parse(resource[(resource.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..^Ending.Length], CultureInfo.InvariantCulture));

    private static Framework Read(string resource)
    {
        using var stream = typeof(FrameworkFiles).Assembly.GetManifestResourceStream(resource)!;
        var framework = FrameworkJson.Read(stream);
        return framework with { Crosswalk = CrosswalkFiles.To(framework.Year) };
    }
}
