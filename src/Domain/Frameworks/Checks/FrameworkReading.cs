using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ita.Domain.Frameworks.Checks;

/// <summary>What a framework file contains.</summary>
/// <param name="Framework">Null when the file has faults.</param>
/// <param name="Problems">All faults, each with its place and what to do.</param>
public sealed record FrameworkReading(Framework? Framework, ImmutableArray<Problem> Problems)
{
    /// <summary>Reads a JSON text, UTF-8.</summary>
    /// <param name="catalogue">For the crosswalk from the year before.</param>
    public static FrameworkReading ReadJson(ReadOnlyMemory<byte> utf8, FrameworkCatalogue catalogue)
    {
        var text = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        try
        {
            return JsonNode.Parse(text.Span, documentOptions: new() { AllowDuplicateProperties = false }) is JsonObject root
                ? Read(root, JsonPlaces.Find(text.Span), catalogue)
                : Unreadable("JSON", 1);
        }
        catch (JsonException fault)
        {
            return Unreadable($"JSON: {fault.Message.Split(" Path:")[0].Split(" LineNumber:")[0]}", (int)(fault.LineNumber ?? 0) + 1);
        }
    }

    /// <summary>Reads the members of a framework from any kind of file.</summary>
    /// <param name="root">Is changed: what is wrong is replaced by empty values.</param>
    public static FrameworkReading Read(JsonObject root, FilePlaces places, FrameworkCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var (faults, mended) = SchemaCheck.Mend(root);
        if (Deserialize(root) is not { } framework)
        {
            return new(null, [.. faults.Select(fault => ProblemOf(fault, places)), .. Unreadable("a number is too large", null).Problems]);
        }

        // What follows from a value that was mended is no fault of the file.
        var further = FrameworkChecks.FindFaults(framework, catalogue.Find(framework.Year.BuddhistEra - 1))
            .Where(fault => !mended.Any(path => Concerns(fault.Path, path)));
        ImmutableArray<Problem> problems = [.. faults.Concat(further).Select(fault => ProblemOf(fault, places))];
        return new(problems.IsEmpty ? framework : null, problems);
    }

    // The schema has every fault but numbers beyond the range of a decimal.
    private static Framework? Deserialize(JsonObject root)
    {
        try
        {
            return root.Deserialize(FrameworkJson.Default.Framework);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static FrameworkReading Unreadable(string fault, int? line) => new(
        null, [new Problem("framework-unreadable", Severity.Error, line).With("fault", fault)]);

    private static bool Concerns(string path, string mended) =>
        IsWithin(path, mended) || IsWithin(mended, path);

    private static bool IsWithin(string path, string above) =>
        path.StartsWith(above, StringComparison.Ordinal) && (path.Length == above.Length || path[above.Length] is '.' or '[');

    private static Problem ProblemOf(FrameworkFault fault, FilePlaces places)
    {
        var place = places.Find(fault.Path);
        var problem = new Problem($"framework-{fault.Code}", Severity.Error, place.Line, place.Column, Places: fault.Places);
        return place.Sheet is { } sheet ? problem.With(Problem.SheetPlace, sheet) : problem;
    }
}
