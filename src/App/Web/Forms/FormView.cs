namespace Ita.App.Web.Forms;

/// <summary>The values of a form and what is wrong with them.</summary>
public sealed record FormView(ImmutableDictionary<string, string> Values, ImmutableArray<FieldFault> Faults)
{
    public string Value(string field) => Values.GetValueOrDefault(field, "");
}
