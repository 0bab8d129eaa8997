using Microsoft.AspNetCore.Components;

namespace Ita.Reports.Measures.Sections;

/// <summary>A section of the plan of measures.</summary>
public abstract class PlanSection : ComponentBase
{
    [CascadingParameter]
    public MeasuresView View { get; set; } = null!;
}
