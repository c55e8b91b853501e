"""Open data: the model as JSON with its schema, as tables (CSV and one workbook), and as a calendar."""
