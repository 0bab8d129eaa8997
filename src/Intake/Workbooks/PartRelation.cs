namespace Ita.Intake.Workbooks;

/// <summary>What one part of a workbook calls another.</summary>
/// <param name="Type">An address of which the last word tells what the other part is.</param>
/// <param name="Target">The other part, from the workbook's root.</param>
internal sealed record PartRelation(string Id, string Type, string Target)
{
    private const int MostRelations = 10_000;

    public bool IsOf(string type) => Type.EndsWith("/" + type, StringComparison.Ordinal);

    /// <summary>The name of the part with the relations of a part; the empty name stands for the whole workbook.</summary>
    public static string PartFor(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_rels/{part[slash..]}.rels";
    }

    public static List<PartRelation> ReadAll(PartReader relations, string part)
    {
        var found = new List<PartRelation>();
        while (relations.ReadTo("Relationship") && found.Count < MostRelations)
        {
            if (relations.Attribute("TargetMode") != "External" && relations.Attribute("Target") is { } target)
            {
                found.Add(new(relations.Attribute("Id") ?? "", relations.Attribute("Type") ?? "", FromRoot(target, part)));
            }
        }

        return found;
    }

    private static string FromRoot(string target, string part)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var steps = new List<string>(part.Split('/')[..^1]);
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not (".." or "."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
