using System.Text.Json.Nodes;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>A list as a table schema of Frictionless (<see href="https://specs.frictionlessdata.io/table-schema/"/>).</summary>
internal static class DataSchema
{
    public static JsonObject Of(ExportList list)
    {
        var headings = ColumnLabels.Of(list.Columns.Select(static column => column.Name), HeadingLanguage.En);
        var schema = new JsonObject
        {
            ["fields"] = new JsonArray([.. list.Columns.Zip(headings, static (column, title) => (JsonNode)Field(column, title))]),
        };
        if (list.Name == VerdictColumns.List.Name)
        {
            schema["primaryKey"] = "verdict_id";
        }
        else
        {
            schema["foreignKeys"] = new JsonArray(new JsonObject
            {
                ["fields"] = "verdict_id",
                ["reference"] = new JsonObject { ["resource"] = VerdictColumns.List.Name, ["fields"] = "verdict_id" },
            });
        }

        return schema;
    }

    // A date may be known in part, which no type of a date allows.
    private static JsonObject Field(ExportColumn column, string title)
    {
        var field = new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = column.Kind switch
            {
                CellKind.Number when column.Name.EndsWith("_value", StringComparison.Ordinal) => "number",
                CellKind.Number => "integer",
                CellKind.Instant => "datetime",
                CellKind.YesNo => "boolean",
                _ => "string",
            },
            ["title"] = title,
        };
        if (column.Kind == CellKind.Address)
        {
            field["format"] = "uri";
        }

        return field;
    }
}
