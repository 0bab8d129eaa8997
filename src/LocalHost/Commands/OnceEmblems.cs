namespace Ita.LocalHost.Commands;

/// <summary>Emblems among the files of a command: <c>emblem.png</c> for all agencies, <c>emblem-{code}.png</c> for one; also SVG and JPEG.</summary>
internal static class OnceEmblems
{
    private const string Name = "emblem";

    private static readonly string[] Endings = [".png", ".svg", ".jpg", ".jpeg"];

    /// <summary>Whether a file is an emblem and no upload.</summary>
    public static bool Is(string file) => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) && CodeOf(file) is not null;

    /// <summary>Sends an emblem: that of an agency for each year of its results.</summary>
    /// <returns>Why it was refused; null when it was sent.</returns>
    public static async Task<string?> SendAsync(
        ApiClient api, string file, IEnumerable<(int Year, string Agency)> results, CancellationToken cancellationToken)
    {
        var places = PlacesOf(CodeOf(file)!, results);
        try
        {
            foreach (var place in places)
            {
                await api.PutFileAsync(place, file, cancellationToken);
            }
        }
        catch (HttpRequestException refused) when (refused.StatusCode is not null)
        {
            return OnceText.OneLine(refused.Message);
        }

        return places.Count > 0 ? null : "no result is of the agency in the file's name";
    }

    private static List<string> PlacesOf(string code, IEnumerable<(int Year, string Agency)> results) => code.Length == 0
        ? [Name]
        : [.. results.Where(result => result.Agency == code)
            .Select(result => FormattableString.Invariant($"reports/{result.Year}/{Uri.EscapeDataString(code)}/{Name}"))];

    // Empty for the emblem of all agencies; null for a file with another name.
    private static string? CodeOf(string file) => Path.GetFileNameWithoutExtension(file) switch
    {
        Name => "",
        var name when name.StartsWith($"{Name}-", StringComparison.Ordinal) => name[(Name.Length + 1)..],
        _ => null,
    };
}
