"""What a file is before it becomes a document: recognised by its content, cleaned of name, scanned."""
