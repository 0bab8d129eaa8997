using Microsoft.AspNetCore.Components;

namespace Ita.Reports.Analysis.Sections;

/// <summary>A section of the analysis report.</summary>
public abstract class Section : ComponentBase
{
    [CascadingParameter]
    public AnalysisView View { get; set; } = null!;
}
