using Microsoft.AspNetCore.Components;

namespace Ita.Reports.Summaries.Sections;

/// <summary>A section of a summary.</summary>
public abstract class SummarySection : ComponentBase
{
    [CascadingParameter]
    public SummaryView View { get; set; } = null!;
}
