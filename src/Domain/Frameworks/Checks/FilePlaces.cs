namespace Ita.Domain.Frameworks.Checks;

/// <summary>A place of a file that people can find.</summary>
/// <param name="Sheet">Of a workbook; null for JSON.</param>
/// <param name="Line">From 1; the row of a sheet.</param>
/// <param name="Column">The title of the column, or the member of a JSON text.</param>
public sealed record FilePlace(string? Sheet, int? Line, string? Column);

/// <summary>Where the members of a framework stand in the file they were read from.</summary>
public sealed class FilePlaces
{
    private readonly Dictionary<string, FilePlace> places = new(StringComparer.Ordinal);

    /// <param name="path">JSON path of a member.</param>
    public void Add(string path, FilePlace place) => places[path] = place;

    /// <summary>The place of a member, or of the nearest one above it that the file has.</summary>
    public FilePlace Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        for (var at = path; at.Length > 1; at = Above(at))
        {
            if (places.TryGetValue(at, out var place))
            {
                return place with { Column = place.Column ?? Name(path) };
            }
        }

        return new(null, null, Name(path));
    }

    /// <summary>The member above another: <c>$.items[3]</c> of <c>$.items[3].code</c>, <c>$.items</c> of that.</summary>
    internal static string Above(string path) => path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];

    private static string Name(string path) => path.Length > 2 && path[1] == '.' ? path[2..] : path;
}
