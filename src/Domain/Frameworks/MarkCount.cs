using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ita.Domain.Frameworks;

/// <summary>How many facts of a framework have each mark.</summary>
public static class MarkCount
{
    /// <summary>Marks that no fact has are left out. The pairs of the crosswalk count too.</summary>
    public static ImmutableSortedDictionary<Mark, int> Count(Framework framework) =>
        MarksIn(JsonSerializer.SerializeToNode(framework, FrameworkJson.Default.Framework))
            .GroupBy(mark => mark)
            .ToImmutableSortedDictionary(same => same.Key, same => same.Count());

    private static IEnumerable<Mark> MarksIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member is { Key: "mark", Value: JsonValue mark }
            ? [Enum.Parse<Mark>(mark.GetValue<string>(), ignoreCase: true)]
            : MarksIn(member.Value)),
        JsonArray elements => elements.SelectMany(MarksIn),
        _ => [],
    };
}
