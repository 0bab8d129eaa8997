using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ita.Reports.Rendering;

/// <summary>Renders a Razor component to HTML, without a web app.</summary>
public static class ComponentPage
{
    // The default encoder writes every Thai letter as a character reference, which makes the page up to eight times as long.
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    public static Task<string> RenderAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent => RenderAsync(typeof(TComponent), parameters);

    /// <param name="component">A type that implements <see cref="IComponent"/>.</param>
    public static async Task<string> RenderAsync(Type component, Dictionary<string, object?> parameters)
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters))).ToHtmlString());
        // The non-breaking space is the only character that this encoder still writes as a reference; later text processing needs the
        // character itself.
        return html.Replace("&#xA0;", "\u00a0", StringComparison.Ordinal);
    }
}
